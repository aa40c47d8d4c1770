package org.linli.portal.brands.release;

import java.nio.file.Path;
import java.util.List;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** Loads the classes of one release. Above it are the JDK and the contract, nothing else of the portal or its server. */
final class ReleaseClassLoader extends PluginClassLoader {
    static {
        registerAsParallelCapable();
    }

    ReleaseClassLoader(PluginManager plugins, PluginDescriptor descriptor, Path jar) {
        super(plugins, descriptor, new Contract(ReleaseClassLoader.class.getClassLoader()), ClassLoadingStrategy.APD);
        addFile(jar.toFile());
    }

    /** Lets through what brands are compiled against. */
    private static final class Contract extends ClassLoader {
        static {
            registerAsParallelCapable();
        }

        private static final List<String> PACKAGES =
                List.of("org.linli.plugin.", "org.pf4j.", "org.slf4j.", "org.jspecify.");

        private final ClassLoader portal;

        Contract(ClassLoader portal) {
            super(ClassLoader.getPlatformClassLoader());
            this.portal = portal;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (PACKAGES.stream().noneMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            return portal.loadClass(name);
        }
    }
}
