/** The OpenAPI document of /api/v1, made of the resources, their records and what they promise in common. */
@NullMarked
package org.linli.portal.platform.openapi;

import org.jspecify.annotations.NullMarked;
