package org.linli.portal.brands;

import org.linli.plugin.effect.Effect;

/**
 * Applies one type of effect: the feature that owns it offers a bean of this type. Called in the transaction of all effects
 * of an answer, after the brand's declared needs were checked.
 */
public interface EffectHandler<E extends Effect> {
    Class<E> type();

    /**
     * Applies it.
     *
     * @throws org.linli.portal.platform.problem.DomainException when it is not allowed or does not fit; nothing of the
     *     answer is applied then
     */
    void apply(BrandScope scope, E effect);
}
