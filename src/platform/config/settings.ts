import { join } from 'node:path'
import {
  address,
  byteSize,
  byteSizeUpTo,
  contactAddress,
  daemonAddress,
  databaseAddress,
  type Format,
  mailbox,
  oneOf,
  oneWord,
  secretKey,
  text,
  trustedProxies,
  wholeNumber,
  wordList,
} from './formats.ts'

/** One setting, declared once: the reader, the checks and the documentation all come from here. */
export interface Setting<T> {
  /** Name of the environment variable. */
  readonly variable: string
  /** What it does, for an operator. */
  readonly doc: string
  readonly format: Format<T>
  /** Text used when the variable is not set; a function when it follows from another variable. */
  readonly fallback?: string | ((variables: Variables) => string)
  /** How the fallback is described in the table, when it is a function. */
  readonly fallbackDoc?: string
  /** Kept out of every print-out. */
  readonly secret?: true
}

/** Environment variables as given. */
export type Variables = Readonly<Record<string, string | undefined>> & {
  readonly KITH_DATA?: string | undefined
}

type WithFallback<T> = Setting<T> & { readonly fallback: NonNullable<Setting<T>['fallback']> }

const setting = <T>(declared: WithFallback<T>): WithFallback<T> => declared
const optional = <T>(declared: Setting<T>): Setting<T> => declared

/** The next port after the staff's; a free one where that takes a free one. */
function portAfter(port: string | undefined): string {
  const number = Number(port?.trim() || '3000')
  return number > 0 && number < 65_535 ? String(number + 1) : '0'
}

/** Every setting that Kith reads, by the name the code uses. */
export const SETTINGS = {
  environment: setting({
    variable: 'NODE_ENV',
    doc: 'Production refuses what only suits a trial: the demonstration sign-in, unscanned files.',
    format: oneOf('development', 'test', 'production'),
    fallback: 'development',
  }),
  host: setting({
    variable: 'HOST',
    doc: 'Address that the web server listens on. Behind a proxy on the same machine, leave it.',
    format: text,
    fallback: '127.0.0.1',
  }),
  port: setting({
    variable: 'PORT',
    doc: 'Port of the web server; 0 takes a free one.',
    format: wholeNumber(0, 65535),
    fallback: '3000',
  }),
  metricsPort: setting({
    variable: 'METRICS_PORT',
    doc: 'Port for Prometheus, on 127.0.0.1 only; 0 turns it off.',
    format: wholeNumber(0, 65535),
    fallback: '9464',
  }),
  trustProxy: setting({
    variable: 'TRUST_PROXY',
    doc: 'Proxies whose word on the caller\u2019s address is believed.',
    format: trustedProxies,
    fallback: 'false',
  }),
  logLevel: setting({
    variable: 'LOG_LEVEL',
    doc: 'The least serious line that is logged.',
    format: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    fallback: 'info',
  }),
  dataFolder: setting({
    variable: 'KITH_DATA',
    doc: 'Folder for the embedded database and stored files.',
    format: text,
    fallback: './data',
  }),
  keysFolder: setting({
    variable: 'KITH_KEYS',
    doc: 'Folder for keys. In production put it on another disk, and in another backup, than the database it protects.',
    format: text,
    fallback: variables => join(variables.KITH_DATA?.trim() || './data', 'keys'),
    fallbackDoc: '$KITH_DATA/keys',
  }),
  contextKey: optional({
    variable: 'KITH_CONTEXT_KEY',
    doc: 'Key that signs who is acting, for the database to check. Left out, one is made and kept in the keys folder.',
    format: secretKey,
    secret: true,
  }),
  databaseUrl: optional({
    variable: 'DATABASE_URL',
    doc: 'PostgreSQL 18, with the login that serves and cannot pass row-level security. Left out, the embedded one is used.',
    format: databaseAddress,
    secret: true,
  }),
  databaseOwnerUrl: optional({
    variable: 'DATABASE_OWNER_URL',
    doc: 'The same database with the login that owns the tables and migrates them.',
    format: databaseAddress,
    secret: true,
  }),
  databasePortalUrl: optional({
    variable: 'DATABASE_PORTAL_URL',
    doc: 'The same database with the login of the family portal, which can become nobody who works there. Left out, the portal is not served (the embedded database has that login).',
    format: databaseAddress,
    secret: true,
  }),
  portalPort: setting({
    variable: 'PORTAL_PORT',
    doc: 'Port of the family portal; 0 takes a free one.',
    format: wholeNumber(0, 65535),
    fallback: ({ PORT }) => portAfter(PORT),
    fallbackDoc: 'PORT + 1',
  }),
  portalUrl: optional({
    variable: 'PORTAL_URL',
    doc: 'Address under which families reach the portal: a host name of its own, that says nothing of what it is.',
    format: address('https', 'http'),
  }),
  portalKey: optional({
    variable: 'KITH_PORTAL_KEY',
    doc: 'Key that seals the secrets of families\u2019 authenticators. Left out, one is made and kept in the keys folder.',
    format: secretKey,
    secret: true,
  }),
  authoritiesFile: optional({
    variable: 'KITH_AUTHORITIES',
    doc: 'JSON file of further authorities on this installation: host name to database addresses.',
    format: text,
  }),
  baseUrl: optional({
    variable: 'KITH_BASE_URL',
    doc: 'Address under which people reach Kith; links in messages and the sign-in return to it.',
    format: address('https', 'http'),
  }),
  issuer: optional({
    variable: 'KITH_ISSUER',
    doc: 'OpenID Connect issuer that staff sign in with.',
    format: address('https', 'http'),
  }),
  clientId: optional({
    variable: 'KITH_CLIENT_ID',
    doc: 'Client id that the issuer gave Kith.',
    format: text,
  }),
  clientSecret: optional({
    variable: 'KITH_CLIENT_SECRET',
    doc: 'Client secret that the issuer gave Kith.',
    format: text,
    secret: true,
  }),
  subjectClaim: setting({
    variable: 'KITH_SUBJECT_CLAIM',
    doc: 'Which claim of the issuer names a worker: its own subject, or the e-mail address.',
    format: oneOf('sub', 'email'),
    fallback: 'sub',
  }),
  requiredMethods: optional({
    variable: 'KITH_REQUIRED_METHODS',
    doc: 'Ways of proving who one is (amr), with commas, of which the issuer must report one: mfa,otp,hwk. Left out, the issuer alone decides.',
    format: wordList,
  }),
  sessionIdleMinutes: setting({
    variable: 'SESSION_IDLE_MINUTES',
    doc: 'Minutes without a request after which a person must sign in again; drafts are kept.',
    format: wholeNumber(5, 240),
    fallback: '30',
  }),
  sessionAbsoluteHours: setting({
    variable: 'SESSION_ABSOLUTE_HOURS',
    doc: 'Hours after which a person must sign in again, however busy.',
    format: wholeNumber(1, 24),
    fallback: '12',
  }),
  smtpUrl: optional({
    variable: 'SMTP_URL',
    doc: 'Mail server. Left out, messages stay in the outbox and are shown there.',
    format: address('smtp', 'smtps'),
    secret: true,
  }),
  smsGatewayUrl: optional({
    variable: 'SMS_GATEWAY_URL',
    doc: 'Where text messages to families are handed over: a POST of JSON with to and text. Left out, no text is sent.',
    format: address('https', 'http'),
    secret: true,
  }),
  smsGatewayKey: optional({
    variable: 'SMS_GATEWAY_KEY',
    doc: 'Sent to the gateway of text messages as a bearer token.',
    format: text,
    secret: true,
  }),
  mailFrom: optional({ variable: 'MAIL_FROM', doc: 'Sender of messages.', format: mailbox }),
  importLimitBytes: setting({
    variable: 'IMPORT_LIMIT_BYTES',
    doc: 'Largest file that an import accepts.',
    format: byteSize,
    fallback: '2GB',
  }),
  uploadLimitBytes: setting({
    variable: 'UPLOAD_LIMIT_BYTES',
    doc: 'Largest file that can be added to a record; 250MB at most. Your scanner\u2019s own limit (StreamMaxLength) must not be smaller.',
    format: byteSizeUpTo(250_000_000),
    fallback: '20MB',
  }),
  clamd: optional({
    variable: 'CLAMD',
    doc: 'The ClamAV daemon that looks through each file before anybody can open it: host:port, or the path of its socket. Left out, files are stored and not released.',
    format: daemonAddress,
  }),
  filesKey: optional({
    variable: 'KITH_FILES_KEY',
    doc: 'Key that wraps the keys of stored files. Left out, one is made and kept in the keys folder. Without it no stored file can ever be opened: keep a copy away from the backups.',
    format: secretKey,
    secret: true,
  }),
  hl7Port: setting({
    variable: 'HL7_PORT',
    doc: 'Port for the messages of hospitals (HL7 version 2 by MLLP over mutual TLS; 2575 is usual); 0 opens no door, but that a demonstration opens 2575 for its own hospital.',
    format: wholeNumber(0, 65535),
    fallback: '0',
  }),
  hl7Host: setting({
    variable: 'HL7_HOST',
    doc: 'Address that this door listens on.',
    format: text,
    fallback: '127.0.0.1',
  }),
  hl7CertFile: optional({
    variable: 'HL7_CERT',
    doc: 'Certificate of this door, a file in PEM.',
    format: text,
  }),
  hl7KeyFile: optional({ variable: 'HL7_KEY', doc: 'Its private key, a file in PEM.', format: text }),
  hl7CaFile: optional({
    variable: 'HL7_CA',
    doc: 'Certificates of the authorities that sign those of hospitals, a file in PEM. Whoever shows none of theirs is refused before a byte is read.',
    format: text,
  }),
  meshUrl: optional({
    variable: 'KITH_MESH_URL',
    doc: 'Address of MESH, by which the NHS is told of plans and answers; beginning only, such as https://mesh-sync.spineservices.nhs.uk. Left out with all that follows, people carry the files.',
    format: address('https'),
  }),
  meshMailbox: optional({
    variable: 'KITH_MESH_MAILBOX',
    doc: 'Number of the council\u2019s mailbox there. It is turned for the authority of DATABASE_URL alone.',
    format: oneWord,
  }),
  meshPasswordFile: optional({
    variable: 'KITH_MESH_PASSWORD_FILE',
    doc: 'File that holds the mailbox\u2019s password and nothing else.',
    format: text,
  }),
  meshSharedKeyFile: optional({
    variable: 'KITH_MESH_SHARED_KEY_FILE',
    doc: 'File that holds the shared key of that environment of MESH and nothing else.',
    format: text,
  }),
  meshCertFile: optional({
    variable: 'KITH_MESH_CERT',
    doc: 'The certificate by which Kith proves itself there, a file in PEM.',
    format: text,
  }),
  meshKeyFile: optional({ variable: 'KITH_MESH_KEY', doc: 'Its private key, a file in PEM.', format: text }),
  meshCaFile: optional({
    variable: 'KITH_MESH_CA',
    doc: 'Certificates of the authorities that sign that of MESH, a file in PEM.',
    format: text,
  }),
  cpisMailbox: optional({
    variable: 'KITH_MESH_CPIS_MAILBOX',
    doc: 'Mailbox of child protection information (CP-IS), to which files go.',
    format: oneWord,
  }),
  cpisWorkflow: optional({
    variable: 'KITH_MESH_CPIS_WORKFLOW',
    doc: 'Workflow under which files go there.',
    format: oneWord,
  }),
  cpisAnswers: optional({
    variable: 'KITH_MESH_CPIS_ANSWERS',
    doc: 'Workflows under which answers and notices come back, with commas. What comes under any other is kept apart for an administrator.',
    format: wordList,
  }),
  securityContact: optional({
    variable: 'SECURITY_CONTACT',
    doc: 'Where to report a weakness; published at /.well-known/security.txt.',
    format: contactAddress,
  }),
} as const
