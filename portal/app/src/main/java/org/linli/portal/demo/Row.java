package org.linli.portal.demo;

/**
 * A row to be inserted. The record's name without "Row" is the table, its components are the columns, both in snake
 * case.
 */
interface Row {}
