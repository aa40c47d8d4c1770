package org.linli.portal.brands.call;

/** What is asked of a plugin; runs on a thread of the plugin's. */
@FunctionalInterface
public interface PluginWork<T> {
    T on(ReadLine line) throws Exception;
}
