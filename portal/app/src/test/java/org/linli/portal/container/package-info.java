/** Tests that run within the real server, on the real war. */
package org.linli.portal.container;
