window.ui = SwaggerUIBundle({
  url: '../openapi?format=JSON',
  dom_id: '#swagger-ui',
  docExpansion: 'none',
  persistAuthorization: false,
  validatorUrl: null,
});
