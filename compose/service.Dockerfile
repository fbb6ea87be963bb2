# One service. Built by `./mvnw -Pimages` from target/<service>-<version>.jar; the JDK's minor version is pinned.
FROM eclipse-temurin:25.0.4_7-jre-noble AS unpacked
ARG JAR
WORKDIR /unpacked
COPY ${JAR} service.jar
RUN java -Djarmode=tools -jar service.jar extract --destination out

FROM eclipse-temurin:25.0.4_7-jre-noble
WORKDIR /opt/thami
COPY compose/ready ready
# The libraries first: they change less often than the service.
COPY --from=unpacked /unpacked/out/lib/ lib/
COPY --from=unpacked /unpacked/out/service.jar service.jar
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC", "-jar", "service.jar"]
