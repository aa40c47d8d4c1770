package org.linli.portal.brands;

import java.util.List;
import org.linli.plugin.Data;

/** What is kept for a brand in a community, for whoever takes it out: each owner of such data offers a bean. Sealed fields stay out. */
public interface BrandData {
    /** Writes all of it, in a read-only moment of the caller's transaction. */
    void export(BrandRef brand, Parts parts);

    /** The archive that is being written. */
    interface Parts {
        /** A list of objects as {@code <name>.json}; may be called again for the same name, lists are joined. */
        void objects(String name, List<Data> objects);

        /** A file, such as a photo, below {@code files/}. */
        void file(String name, byte[] content);
    }
}
