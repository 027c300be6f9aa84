using ChatAuth.Gateway.Hosting;
using ChatAuth.Storage.Files;

ProcessUmask.Restrict();
return await GatewayProgram.RunAsync(args, Console.Out, Console.Error);
