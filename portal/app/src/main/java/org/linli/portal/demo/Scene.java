package org.linli.portal.demo;

/** What every part of the composition needs. */
record Scene(DemoContent content, Period period, DemoIds ids, Dataset rows) {}
