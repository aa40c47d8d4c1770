package org.linli.portal.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request.
 *
 * @param status HTTP status
 * @param location Location header or null
 * @param etag ETag header or null
 * @param body JSON or null
 */
public record Answer(
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {}
