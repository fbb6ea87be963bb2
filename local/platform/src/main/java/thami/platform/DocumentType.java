package thami.platform;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// Keeps documents in the file as BSON; Java serialisation, the default, takes several times the space.
final class DocumentType extends BasicDataType<Document> {

    @Override
    public int getMemory(Document document) {
        return sizeOf(document);
    }

    private static int sizeOf(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                64
                        + map.entrySet().stream()
                                .mapToInt(it -> 48 + sizeOf(it.getKey()) + sizeOf(it.getValue()))
                                .sum();
            case Collection<?> list ->
                40 + list.stream().mapToInt(it -> 8 + sizeOf(it)).sum();
            case String text -> 48 + text.length();
            case null, default -> 24;
        };
    }

    @Override
    public void write(WriteBuffer out, Document document) {
        var buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        out.put(buffer.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer in) {
        var buffer = Unpooled.wrappedBuffer(in);
        var document = BsonDecoder.decodeBson(buffer);
        in.position(in.position() + buffer.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
