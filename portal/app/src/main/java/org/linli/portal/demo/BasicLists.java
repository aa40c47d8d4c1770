package org.linli.portal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.linli.portal.platform.persistence.Sql;

/**
 * What every portal begins with, demo or not: the skills that a volunteer may name and the categories of services.
 * Without them no administrator could offer anything.
 */
@ApplicationScoped
public class BasicLists {
    private final Sql sql;

    @Inject
    public BasicLists(Sql sql) {
        this.sql = sql;
    }

    /** Fills a list that is still empty; what an operator has changed stays. Several nodes may do it at once. */
    @Transactional
    public void fillIfEmpty() {
        if (sql.number("SELECT COUNT(*) FROM skill") == 0) {
            List<DemoContent.Skill> skills = DemoContent.readSkills();
            for (int i = 0; i < skills.size(); i++) {
                DemoContent.Skill skill = skills.get(i);
                sql.update(
                        "INSERT INTO skill (code, name_zh, name_en, position) VALUES (?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE position = position",
                        skill.code(),
                        skill.nameZh(),
                        skill.nameEn(),
                        i + 1);
            }
        }
        if (sql.number("SELECT COUNT(*) FROM service_category") == 0) {
            List<DemoContent.Category> categories = DemoContent.readCategories();
            for (int i = 0; i < categories.size(); i++) {
                DemoContent.Category category = categories.get(i);
                sql.update(
                        "INSERT INTO service_category (code, name_zh, name_en, icon, position) VALUES (?, ?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE position = position",
                        category.code(),
                        category.nameZh(),
                        category.nameEn(),
                        category.icon(),
                        i + 1);
            }
        }
    }
}
