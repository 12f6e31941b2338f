process.env['TZ'] = 'Asia/Kathmandu'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { HEADERS_FILE, PAGE_POLICY, SECURITY_HEADERS } from './src/server/pages/securityHeaders.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/**
 * Area files hold a sentence in both languages side by side, because that is how people keep them true. The packs of
 * one language import them under a name of their own, so that the other half of each file falls away.
 */
const oneLanguagePerPack: Plugin = {
  name: 'one-language-per-pack',
  enforce: 'pre',
  apply: 'build',
  async resolveId(source, importer) {
    const pack = /\/i18n\/(?:first|screen)Messages(Zh|En)\.ts$/u.exec(importer ?? '')
    if (pack === null || !source.startsWith('./')) return null
    const area = await this.resolve(source, importer, { skipSelf: true })
    return area === null ? null : `${area.id}?${pack[1]}`
  },
}

/**
 * A copy on another server is as safe as ours, as far as a page can carry it. Only when building: the development server
 * puts scripts of its own into the page.
 */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
      injectTo: 'head-prepend',
    },
    {
      tag: 'meta',
      attrs: { name: 'referrer', content: SECURITY_HEADERS['referrer-policy'] },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: HEADERS_FILE })
  },
}

export default defineConfig({
  publicDir: 'src/app/public',
  define: { __BUILD__: JSON.stringify(version) },
  plugins: [
    oneLanguagePerPack,
    policyInPage,
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        id: '/',
        name: '闭环 FRACAS',
        short_name: '闭环',
        description: '离线可用的故障报告、分析与纠正措施系统',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f4f6f8',
        theme_color: '#0b3a6b',
        file_handlers: [{ action: '/data/handover', accept: { 'application/zip': ['.fracas'] } }],
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,png,json,webmanifest,xlsx}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
        navigateFallback: '/index.html',
        // The very first page is under the worker's care too, before any reload.
        clientsClaim: true,
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['tests/support/memoryIndexedDb.ts'],
          include: [
            'tests/architecture.test.ts',
            'tests/readable.test.ts',
            'tests/unit/**/*.test.ts',
            'tests/reference/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
