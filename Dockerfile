# The web and the worker, without the demonstration, the test browser or the embedded database: give DATABASE_URL and
# DATABASE_OWNER_URL. Not built where this project is tested (no container engine there): see docs/operations.md.
FROM debian:bookworm-slim AS install
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /kith
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /kith kith
WORKDIR /kith
COPY --from=install /kith/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY src src
RUN mkdir data && chown kith data
USER kith
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
EXPOSE 3000 3001
VOLUME /kith/data
ENTRYPOINT ["node_modules/.bin/node", "bin/launch.mjs"]
CMD ["start"]
