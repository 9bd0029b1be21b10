/** Made by `vite-plugins.ts`. */
declare module "virtual:api-gateway-info" {
  const info: import("./info/service-info.js").ServiceInfo;
  export default info;
}
