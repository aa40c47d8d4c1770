package org.linli.portal.orders;

/** How heavy a need is; decides how fast it must be answered. */
public enum Severity {
    ORDINARY,
    MAJOR,
    COMPLEX
}
