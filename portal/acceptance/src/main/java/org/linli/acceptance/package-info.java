/** The real portal as a child process, and what tests and benchmarks need to talk to it. */
@NullMarked
package org.linli.acceptance;

import org.jspecify.annotations.NullMarked;
