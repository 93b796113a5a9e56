export * from './barChart.ts'
export * from './caseloadBars.ts'
export * from './figure.ts'
export * from './progressBar.ts'
