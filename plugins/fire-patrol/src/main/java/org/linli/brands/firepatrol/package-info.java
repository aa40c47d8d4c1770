/** 老妈妈防火团: rounds with checklists, hazards with a recheck, publicity. */
@NullMarked
package org.linli.brands.firepatrol;

import org.jspecify.annotations.NullMarked;
