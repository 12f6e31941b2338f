/** What people call this device: kind of machine and browser, as the browser tells. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/Android/u, 'Android'],
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Windows/u, 'Windows'],
  [/Mac OS/u, 'Mac'],
  [/Linux/u, 'Linux'],
]
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/u, 'WeChat'],
  [/Edg\//u, 'Edge'],
  [/Firefox\//u, 'Firefox'],
  [/Chrome\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
]

export function deviceLabel(agent: string = navigator.userAgent): string {
  const named = (kinds: typeof SYSTEMS): string | undefined => kinds.find(([pattern]) => pattern.test(agent))?.[1]
  return [named(SYSTEMS), named(BROWSERS)].filter((word) => word !== undefined).join(' · ') || 'browser'
}
