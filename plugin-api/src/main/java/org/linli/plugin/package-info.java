/**
 * The contract between the portal and a community's service brand (服务品牌).
 *
 * <p>Three ideas carry it. <b>Plugins decide, the core acts</b>: a handler reads through {@link org.linli.plugin.Context} and
 * answers with values; {@link org.linli.plugin.effect.Effect}s among them are checked and applied by the core in one
 * transaction. <b>Only JDK types and types of this package cross the boundary</b>, so that a release can be unloaded.
 * <b>What can be declared is declared</b>, in {@code META-INF/brand/brand.yaml} (DESCRIPTOR.md), and only decisions are code:
 * six interfaces, each named by its class in the descriptor.
 *
 * <p>Every call happens for one community and, unless it is an automation, one person; everything that a context shows
 * belongs to that community. Handlers are stateless: one instance serves all communities and threads of a release.
 */
@NullMarked
package org.linli.plugin;

import org.jspecify.annotations.NullMarked;
