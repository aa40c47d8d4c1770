package org.linli.portal.brands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.page.Widget;

/**
 * Inputs of a brand within a page of another feature, such as the form of a step: {@code <ui:include
 * src="/WEB-INF/brand/fields.xhtml"><ui:param name="fields" value="#{…}"/></ui:include>} within an {@code h:form} of the type
 * multipart/form-data; the page loads {@code brand.css}, {@code flow.css} and {@code brand.js}.
 */
public interface BrandForms {
    /** The declared inputs as fields, their texts in the reader's language. */
    List<Widget.Field> fields(BrandRef brand, List<Descriptor.Input> inputs);

    /** What the page repeats over, with what was typed and what is wrong with it; null before anything was sent. */
    List<?> inputs(BrandRef brand, List<Widget.Field> fields, @Nullable Sent sent);

    /**
     * Reads the present request: photos are kept, what the core asks of each kind of input is checked.
     *
     * @return values as {@link Widget.Field.Kind} says, and problems; none when it may be handed to the brand
     */
    Sent read(BrandRef brand, List<Widget.Field> fields);

    /** What came of a form. After a refusal by the brand, make a new one with its problems. */
    record Sent(Data values, List<Problem> problems) {
        public Sent {
            problems = List.copyOf(problems);
        }
    }
}
