// the page of the interface; what it shows is openapi.yaml, as this server serves it
SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "none",
  validatorUrl: null,
  persistAuthorization: false
});
