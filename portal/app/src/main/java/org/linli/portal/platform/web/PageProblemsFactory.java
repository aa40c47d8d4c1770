package org.linli.portal.platform.web;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link PageProblems} in place; named in faces-config.xml. */
public class PageProblemsFactory extends ExceptionHandlerFactory {
    public PageProblemsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PageProblems(getWrapped().getExceptionHandler());
    }
}
