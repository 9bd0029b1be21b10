/** Made by `vite-plugins.ts`. */
declare module "virtual:api-gateway-info" {
  import type { ServiceInfo } from "./info/service-info.js";
  const info: ServiceInfo;
  export default info;
}
