package org.linli.brands.firepatrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.plugin.testkit.BrandKit;

class DescriptorTest {
    private final BrandKit kit = BrandKit.load();

    @Test
    void the_brand_is_complete_in_both_languages_and_all_its_handlers_exist() {
        assertThat(kit.problems()).isEmpty();
    }

    @Test
    void every_class_that_is_marked_as_an_extension_is_in_the_index() throws Exception {
        Path sources = Path.of("src/main/java/org/linli/brands/firepatrol");
        List<String> marked;
        try (Stream<Path> files = Files.list(sources)) {
            marked = files.filter(DescriptorTest::isExtension)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .map(name -> "org.linli.brands.firepatrol." + name)
                    .toList();
        }
        assertThat(marked).hasSizeGreaterThan(15);
        assertThat(kit.extensions()).containsExactlyInAnyOrderElementsOf(marked);
    }

    private static boolean isExtension(Path file) {
        try {
            return Files.readString(file).contains("@Extension");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_version_of_the_brand_is_that_of_its_pom() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + kit.descriptor().version() + "</version>");
    }
}
