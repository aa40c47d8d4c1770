/** 积分: how points are earned and explained, what the community gives, and everybody's wallet. */
@NullMarked
package org.linli.portal.points;

import org.jspecify.annotations.NullMarked;
