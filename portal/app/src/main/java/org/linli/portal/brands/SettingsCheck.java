package org.linli.portal.brands;

import java.util.List;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;

/** Asks a brand whether settings may be saved; offered by whoever calls plugins. Never inside a transaction. */
public interface SettingsCheck {
    /**
     * What is wrong with the settings beyond their JSON Schema.
     *
     * @throws org.linli.portal.platform.problem.DomainException 503 {@code brands.call-failed} when the brand does not answer
     */
    List<Problem> check(BrandRef brand, Data settings);
}
