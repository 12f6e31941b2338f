process.env.TZ = 'Asia/Kathmandu'
import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['tests/architecture.test.ts', 'tests/unit/**/*.test.ts', 'tests/reference/**/*.test.ts'], testTimeout: 30_000 },
      },
    ],
  },
})
