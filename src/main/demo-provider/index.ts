export { type DemoHost, mountDemoProvider } from './mountDemoProvider.ts'
