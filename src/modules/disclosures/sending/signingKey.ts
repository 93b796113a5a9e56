import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'

const ABOUT = 'key of notices'

type Row = { readonly public: JWK; readonly sealed: Buffer }

/** The public half by which anybody checks a notice; null before the first was signed. */
export async function publicKey(work: Work): Promise<JWK | null> {
  return (await read(work))?.public ?? null
}

/** The key that signs, made on first use. Service listener. */
export async function signingKey(work: Work, sealer: Sealer) {
  const row = (await read(work)) ?? (await make(work, sealer))
  const opened = await sealer.open(ABOUT, row.sealed)
  if (opened === null) throw new Error('The key of notices does not open under the key of files')
  return { kid: row.public.kid ?? '', key: await importJWK(JSON.parse(opened.toString()), 'EdDSA') }
}

async function read(work: Work): Promise<Row | null> {
  const { rows } = await sql<Row>`select public_key as public, sealed from app.signing_key`.execute(work.db())
  return rows[0] ?? null
}

async function make(work: Work, sealer: Sealer): Promise<Row> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const kid = crypto.randomUUID()
  const jwk = { ...(await exportJWK(pair.publicKey)), kid, alg: 'EdDSA', use: 'sig' }
  const sealed = await sealer.seal(ABOUT, Buffer.from(JSON.stringify(await exportJWK(pair.privateKey))))
  // Of two that make one at once the first stays.
  await sql`insert into app.signing_key (public_key, sealed) values (${JSON.stringify(jwk)}::jsonb, ${sealed}) on conflict do nothing`.execute(
    work.db(),
  )
  const kept = await read(work)
  if (kept === null) throw new Error('A key is kept')
  return kept
}
