/** The page of notices. */
@NullMarked
package org.linli.portal.notices.web;

import org.jspecify.annotations.NullMarked;
