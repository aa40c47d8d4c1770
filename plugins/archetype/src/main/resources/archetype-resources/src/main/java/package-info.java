/** ${nameEn}: what a community's neighbours lend each other. */
package ${package};
