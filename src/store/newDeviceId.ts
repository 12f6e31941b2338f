import { DEVICE_ID_BYTES, deviceIdFrom } from '../domain/deviceId'

/** An id for a device that has none. */
export const newDeviceId = (): string => deviceIdFrom(crypto.getRandomValues(new Uint8Array(DEVICE_ID_BYTES)))
