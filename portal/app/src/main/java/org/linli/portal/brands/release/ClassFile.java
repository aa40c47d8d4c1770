package org.linli.portal.brands.release;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What the constant pool of a class says without loading it.
 *
 * @param major version of the format: 61 is Java 17
 * @param preview whether it needs features that its Java had on trial
 * @param calls methods and constructors that it names, as {@code java/lang/System.exit}
 */
record ClassFile(int major, boolean preview, Set<String> calls) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int PREVIEW_MINOR = 0xFFFF;

    /**
     * Reads a class file.
     *
     * @throws IOException when it is none
     */
    static ClassFile read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        int minor = in.readUnsignedShort();
        int major = in.readUnsignedShort();
        return new ClassFile(major, minor == PREVIEW_MINOR, new Pool(in).calls());
    }

    /** The constant pool: texts, and numbers that refer to other entries. */
    private static final class Pool {
        private final String[] texts;
        private final int[] first;
        private final int[] second;
        private final boolean[] method;

        Pool(DataInputStream in) throws IOException {
            int count = in.readUnsignedShort();
            texts = new String[count];
            first = new int[count];
            second = new int[count];
            method = new boolean[count];
            for (int i = 1; i < count; i++) {
                i += entry(in, i);
            }
        }

        /** Reads one entry and gives how many places it takes beyond its own. */
        private int entry(DataInputStream in, int at) throws IOException {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[at] = in.readUTF();
                case 3, 4 -> in.readInt();
                case 5, 6 -> {
                    in.readLong();
                    return 1;
                }
                case 7, 8, 16, 19, 20 -> first[at] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> {
                    first[at] = in.readUnsignedShort();
                    second[at] = in.readUnsignedShort();
                    method[at] = tag == 10 || tag == 11;
                }
                case 15 -> {
                    in.readUnsignedByte();
                    in.readUnsignedShort();
                }
                default -> throw new IOException("unknown constant " + tag);
            }
            return 0;
        }

        Set<String> calls() throws IOException {
            Set<String> calls = new HashSet<>();
            for (int i = 1; i < method.length; i++) {
                if (method[i]) {
                    calls.add(text(first[checked(first[i])]) + "." + text(first[checked(second[i])]));
                }
            }
            return calls;
        }

        private String text(int index) throws IOException {
            String text = texts[checked(index)];
            if (text == null) {
                throw new IOException("no text at " + index);
            }
            return text;
        }

        private int checked(int index) throws IOException {
            if (index < 1 || index >= texts.length) {
                throw new IOException("no constant " + index);
            }
            return index;
        }
    }
}
