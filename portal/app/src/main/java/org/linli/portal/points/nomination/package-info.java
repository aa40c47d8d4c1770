/** 好人好事 and 典型推荐: nominated by anybody, seconded, approved by a panel, announced, then paid. */
@NullMarked
package org.linli.portal.points.nomination;

import org.jspecify.annotations.NullMarked;
