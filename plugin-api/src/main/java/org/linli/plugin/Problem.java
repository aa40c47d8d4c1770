package org.linli.plugin;

/**
 * Something that a person must put right.
 *
 * @param field key of the input that it is about, empty when it is about none
 * @param text what is wrong and what to do, in the language of the context
 */
public record Problem(String field, String text) {}
