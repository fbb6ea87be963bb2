package thami.testing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// As much of a protocol as tells which answer belongs to which request.
public enum Protocol {
    /// Nothing is known of it: what comes is passed on as it comes.
    BYTES {
        @Override
        byte[] message(DataInputStream in) throws IOException {
            var some = new byte[8192];
            var read = in.read(some);
            if (read < 0) throw new EOFException();
            return java.util.Arrays.copyOf(some, read);
        }

        @Override
        Optional<Request> request(byte[] message, Conversation conversation) {
            return Optional.empty();
        }

        @Override
        int answered(byte[] message, Conversation conversation) {
            return 0;
        }
    },

    /// [OP_MSG](https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/): the command is the first
    /// element.
    MONGODB {
        private static final int OP_MSG = 2013;
        private static final int STRING = 2;

        @Override
        byte[] message(DataInputStream in) throws IOException {
            var length = new byte[4];
            in.readFully(length);
            return rest(in, length, little(length).getInt());
        }

        @Override
        Optional<Request> request(byte[] message, Conversation conversation) {
            var header = little(message);
            header.position(4);
            var id = header.getInt();
            header.getInt(); // in answer to nothing
            if (header.getInt() != OP_MSG) return Optional.empty();
            header.getInt(); // flags
            if (header.get() != 0) return Optional.empty();
            header.getInt(); // size of the command
            var type = header.get();
            var name = name(header);
            return Optional.of(new Request(name, type == STRING ? string(header) : "", id, message));
        }

        @Override
        int answered(byte[] message, Conversation conversation) {
            return little(message).getInt(8);
        }

        private static String name(ByteBuffer from) {
            var name = new StringBuilder();
            for (var next = from.get(); next != 0; next = from.get()) name.append((char) next);
            return name.toString();
        }

        private static String string(ByteBuffer from) {
            var bytes = new byte[from.getInt() - 1];
            from.get(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    },

    /// [Kafka](https://kafka.apache.org/protocol): a size, then the header with the number of the request.
    KAFKA {
        private static final Map<Short, String> NAMES = Map.of((short) 0, "PRODUCE", (short) 8, "OFFSET_COMMIT");

        @Override
        byte[] message(DataInputStream in) throws IOException {
            var length = new byte[4];
            in.readFully(length);
            return rest(in, length, ByteBuffer.wrap(length).getInt() + 4);
        }

        @Override
        Optional<Request> request(byte[] message, Conversation conversation) {
            var header = ByteBuffer.wrap(message);
            header.getInt(); // size
            var name = NAMES.get(header.getShort());
            header.getShort(); // version
            var id = header.getInt();
            var length = header.getShort();
            if (name == null || length < 0) return Optional.empty();
            var client = new String(message, header.position(), length, StandardCharsets.UTF_8);
            return Optional.of(new Request(name, client, id, message));
        }

        @Override
        int answered(byte[] message, Conversation conversation) {
            return ByteBuffer.wrap(message).getInt(4);
        }
    },

    /// SMTP, as far as the end of a mail: the answer to it says who is responsible from now on.
    SMTP {
        private static final int CONTENT = 1;
        private static final int OTHER = 0;

        @Override
        byte[] message(DataInputStream in) throws IOException {
            var line = new java.io.ByteArrayOutputStream();
            for (var next = in.read(); ; next = in.read()) {
                if (next < 0) throw new EOFException();
                line.write(next);
                if (next == '\n') return line.toByteArray();
            }
        }

        @Override
        Optional<Request> request(byte[] message, Conversation conversation) {
            var line = new String(message, StandardCharsets.US_ASCII).strip();
            if (conversation.inContent && line.equals(".")) {
                conversation.inContent = false;
                conversation.awaitsAnswer = true;
                return Optional.of(new Request("CONTENT", "", CONTENT, message));
            }
            return Optional.empty();
        }

        @Override
        int answered(byte[] message, Conversation conversation) {
            if (message.length > 3 && message[3] == '-') return OTHER; // more lines follow
            if (message[0] == '3') conversation.inContent = true;
            var isOfContent = conversation.awaitsAnswer;
            conversation.awaitsAnswer = false;
            return isOfContent ? CONTENT : OTHER;
        }
    };

    /// What somebody asked for on a connection.
    ///
    /// @param name `insert`, `update` … (MongoDB), `PRODUCE`, `OFFSET_COMMIT` (Kafka), `CONTENT` (SMTP)
    /// @param about the collection, the client's id, nothing
    /// @param id what its answer refers to
    /// @param bytes as it was sent, to be read only
    public record Request(String name, String about, int id, ByteBuffer bytes) {

        private Request(String name, String about, int id, byte[] message) {
            this(name, about, id, ByteBuffer.wrap(message).asReadOnlyBuffer());
        }

        public boolean is(String name, String about) {
            return this.name.equals(name) && this.about.startsWith(about);
        }

        /// Whether this word, of plain letters, stands anywhere in it.
        public boolean mentions(String word) {
            return StandardCharsets.ISO_8859_1
                    .decode(bytes.duplicate())
                    .toString()
                    .contains(word);
        }
    }

    /// What has to be remembered of one connection.
    static final class Conversation {
        private volatile boolean inContent;
        private volatile boolean awaitsAnswer;
    }

    /// The next whole message from one side or the other.
    abstract byte[] message(DataInputStream in) throws IOException;

    abstract Optional<Request> request(byte[] message, Conversation conversation);

    /// @return the id of the request that this answers
    abstract int answered(byte[] message, Conversation conversation);

    private static ByteBuffer little(byte[] message) {
        return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] rest(DataInputStream in, byte[] beginning, int length) throws IOException {
        if (length < beginning.length || length > 64 << 20) throw new IOException("no message: " + length + " bytes");
        var message = java.util.Arrays.copyOf(beginning, length);
        in.readFully(message, beginning.length, length - beginning.length);
        return message;
    }
}
