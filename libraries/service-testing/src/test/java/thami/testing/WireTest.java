package thami.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import thami.testing.Protocol.Conversation;

class WireTest {

    private ServerSocket server;
    private Wire wire;

    @BeforeEach
    void open() throws Exception {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        wire = new Wire("127.0.0.1", server.getLocalPort(), Protocol.SMTP);
    }

    @AfterEach
    void close() throws Exception {
        wire.close();
        server.close();
    }

    /// As little of a mail server as a client needs: 354 to DATA, 250 to everything else.
    private void serve() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                var out = new PrintWriter(client.getOutputStream(), true);
                out.print("220 here\r\n");
                out.flush();
                var inContent = false;
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (inContent && !line.equals(".")) continue;
                    inContent = line.equals("DATA");
                    out.print(inContent ? "354 go on\r\n" : "250 fine\r\n");
                    out.flush();
                    if (line.equals("QUIT")) break;
                }
            } catch (java.io.IOException closed) {
                // the test is over
            }
        }
    }

    @Test
    void keepsTheAnswerToOneMailAndPassesEverythingElse() throws Exception {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), wire.port());
                var withheld = wire.withholdAnswerTo(request -> request.is("CONTENT", ""))) {
            client.setSoTimeout(300);
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            var out = client.getOutputStream();
            assertThat(in.readLine()).startsWith("220");
            out.write("MAIL FROM:<a@example.org>\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).startsWith("250");
            out.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).startsWith("354");

            out.write("Subject: x\r\n\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(withheld.isHitWithin(Duration.ofSeconds(5))).isTrue();
            assertThatThrownBy(in::readLine).isInstanceOf(SocketTimeoutException.class);
            withheld.close();
            client.setSoTimeout(5000);
            assertThat(in.readLine()).startsWith("250");
        }
    }

    @Test
    void tellsThatNobodyAskedForIt() throws Exception {
        try (var withheld = wire.withholdAnswerTo(request -> true)) {
            assertThat(withheld.isHitWithin(Duration.ofMillis(50))).isFalse();
        }
    }

    @Test
    void passesNoMoreThanItsBandwidth() throws Exception {
        wire.trouble(Trouble.bandwidth(100));
        var began = System.nanoTime();

        assertThat(said("NOOP", 3)).containsExactly("220 here", "250 fine", "250 fine"); // the third after 20 bytes

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void passesEverythingInSlices() throws Exception {
        wire.trouble(Trouble.slices(1));

        assertThat(said("NOOP", 2)).containsExactly("220 here", "250 fine");
    }

    @Test
    void endsInTheMiddleOfAnAnswer() throws Exception {
        wire.trouble(Trouble.limit(14));

        assertThat(said("NOOP", 3)).containsExactly("220 here", "250 ");
    }

    @Test
    void resetsWhoIsConnectedAndLetsThemComeBack() throws Exception {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("220 here");
            wire.reset();
            assertThatThrownBy(in::readLine).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(said("NOOP", 2)).containsExactly("220 here", "250 fine");
    }

    @Test
    void tellsLateThatTheOtherSideHungUp() throws Exception {
        wire.trouble(Trouble.lateClose(Duration.ofMillis(300)));
        try (var client = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("220 here");
            var asked = System.nanoTime();
            client.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null; line = in.readLine())
                assertThat(line).isEqualTo("250 fine");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(250));
        }
    }

    @Test
    void whoIsHungUpOnHearsOfItLateAlsoIfTheyGoOnTalking() throws Exception {
        wire.trouble(Trouble.lateClose(Duration.ofMillis(300)));
        try (var client = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isEqualTo("220 here");
            var hungUp = System.nanoTime();
            wire.hangUp();
            client.getOutputStream().write("NOOP\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - hungUp)).isGreaterThan(Duration.ofMillis(250));
        }
        assertThat(said("NOOP", 2)).containsExactly("220 here", "250 fine");
    }

    /// What the server says while each line is answered with this, until it has said so much or hung up.
    private List<String> said(String line, int lines) throws Exception {
        var said = new ArrayList<String>();
        try (var client = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            for (var next = in.readLine(); next != null; next = in.readLine()) {
                said.add(next);
                if (said.size() == lines) break;
                client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        return said;
    }

    @Test
    void knowsACommandOfTheStoreAndItsCollection() {
        var command = "insert\0".getBytes(StandardCharsets.UTF_8);
        var collection = "applications\0".getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(100).putInt(7).putInt(0).putInt(2013); // length, id, in answer to, OP_MSG
        message.putInt(0).put((byte) 0).putInt(70).put((byte) 2).put(command); // flags, kind, size, a string named so
        message.putInt(collection.length).put(collection);

        assertThat(Protocol.MONGODB.request(message.array(), new Conversation()))
                .hasValueSatisfying(request -> {
                    assertThat(request.is("insert", "applications")).isTrue();
                    assertThat(request.id()).isEqualTo(7);
                    assertThat(request.mentions("applications")).isTrue();
                    assertThat(request.mentions("intakes")).isFalse();
                });
        assertThat(Protocol.MONGODB.answered(
                        ByteBuffer.allocate(20)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putInt(20)
                                .putInt(1)
                                .putInt(7)
                                .array(),
                        new Conversation()))
                .isEqualTo(7);
    }

    @Test
    void knowsARequestToTheBrokerAndWhoSentIt() {
        var client = "a-relay".getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(40);
        message.putInt(36).putShort((short) 0).putShort((short) 11).putInt(9); // size, PRODUCE, version, id
        message.putShort((short) client.length).put(client);

        assertThat(Protocol.KAFKA.request(message.array(), new Conversation())).hasValueSatisfying(request -> {
            assertThat(request.is("PRODUCE", "a-relay")).isTrue();
            assertThat(request.id()).isEqualTo(9);
        });
        assertThat(Protocol.KAFKA.answered(
                        ByteBuffer.allocate(12).putInt(8).putInt(9).array(), new Conversation()))
                .isEqualTo(9);
    }
}
