/** Work that is done again and again, on every node; each job is safe to run on two at once. */
@NullMarked
package org.linli.portal.platform.jobs;

import org.jspecify.annotations.NullMarked;
