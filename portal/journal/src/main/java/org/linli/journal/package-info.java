/**
 * The journal that proves itself, as it is hashed, exported and proved. The portal makes it and the command line checks
 * it, with this code and the JDK alone: no portal and no database.
 *
 * <p><b>Form.</b> A journal is a text in UTF-8, one line an entry: {@code {"entry":{…},"hash":"…"}}. Every line is
 * canonical JSON as by RFC 8785: no white space, keys in the order of their UTF-16 units, in strings nothing escaped but
 * {@code " \ } and control characters. There are objects, lists, strings, whole numbers of at most 2^53 - 1 and booleans;
 * nothing is null (a missing thing has no key) and nothing has a fraction. Ids are strings, amounts of points are
 * numbers of hundredths, instants are UTC with six digits behind the second. An entry:
 *
 * <pre>
 * community  id of the community, whose chain it is
 * seq        1, 2, 3 … without gaps
 * previous   hash of the entry before it; 64 zeros for the first
 * kind, id   what fact it is about: POINTS or SERVICE, and its id; never twice
 * sealed     when it was chained; never earlier than the entry before it
 * settled    true: all facts that had been committed by then stand at or before this entry
 * content    all that the fact says
 * v          1, edition of this form
 * </pre>
 *
 * {@code hash} is the SHA-256 of the entry's canonical bytes, in small hexadecimal. Because each entry contains the hash
 * of the one before it, the hash of the last one (the head, published day by day as the day's root) fixes all of them.
 */
@NullMarked
package org.linli.journal;

import org.jspecify.annotations.NullMarked;
