import type { Scanner } from '#platform/files'

/** The test file of eicar.org, in two halves so that no scanner stops on this source. */
const EICAR = Buffer.from(`${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR'}${'-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`)

/**
 * The demonstration's stand-in for a scanner. It knows the EICAR test file and nothing else, and protects nobody: it is
 * given to databases that the demo made, and never in production.
 */
export const eicarChecker: Scanner = {
  name: 'Demonstration checker (EICAR only)',
  scan: async bytes =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(EICAR)
      ? { kind: 'infected', signature: 'Eicar-Test-File' }
      : { kind: 'clean' },
}
