# Builds the product and packs it without a PostgreSQL of its own to run beside one (see compose.yaml).
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
COPY --from=node:24-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:24-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /songhanh
COPY . .
RUN bin/package

# The same Java as above: the class cache is made for it.
FROM eclipse-temurin:25-jdk
RUN useradd --system --home /songhanh songhanh && install -d -o songhanh /songhanh/data
WORKDIR /songhanh
COPY --from=build /songhanh/bin bin
COPY --from=build /songhanh/dist dist
USER songhanh
VOLUME /songhanh/data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["bin/start"]
