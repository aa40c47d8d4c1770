package org.linli.portal.brands.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.platform.problem.DomainException;

/** Renders documents and keeps them with their record. */
@ApplicationScoped
public class RenderDocumentHandler implements EffectHandler<Effect.RenderDocument> {
    private static final int MAX_NAME = 80;

    private final Documents documents;

    @Inject
    public RenderDocumentHandler(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Class<Effect.RenderDocument> type() {
        return Effect.RenderDocument.class;
    }

    @Override
    public void apply(BrandScope scope, Effect.RenderDocument effect) {
        if (scope.descriptor().record(effect.kind()).isEmpty()) {
            throw DomainException.invalid("brands.not-declared", effect.kind());
        }
        boolean plain = !effect.name().isBlank()
                && effect.name().length() <= MAX_NAME
                && effect.name().chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
        if (!plain) {
            throw DomainException.invalid("brands.document-name", MAX_NAME);
        }
        byte[] pdf = PdfRendering.render(effect.document());
        documents.put(scope.brand(), effect.kind(), effect.key(), new Documents.Kept(effect.name() + ".pdf", pdf));
    }
}
