using Gci.Cli;

return await GciCommand.RunAsync(args, Console.Out, Console.Error);
