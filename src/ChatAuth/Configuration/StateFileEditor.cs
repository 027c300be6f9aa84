using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;
using Microsoft.Extensions.Configuration;

namespace ChatAuth.Configuration;

/// <summary>
/// Edits <c>chatauth.json</c> for the command line, under a lock and in one step. Nothing is written that would not load, and a file with
/// comments is left to its author.
/// </summary>
/// <param name="host">The host's configuration; null for none.</param>
/// <param name="stateDirectory">The state directory, before what anything else says; null to look for it.</param>
/// <param name="environment">The process around.</param>
/// <param name="time">The clock of the waiting for the lock.</param>
internal sealed class StateFileEditor(IConfiguration? host, string? stateDirectory, ProcessEnvironment environment, TimeProvider time)
{
    /// <summary>Applies changes, all or none; they are those of <see cref="ModelChanges"/> and <see cref="AuthChanges"/>.</summary>
    /// <param name="change">Decides on the configuration as it is under the lock. It is quick, and called once.</param>
    /// <param name="cancellationToken">Ends the waiting for the lock.</param>
    /// <exception cref="ChatAuthException">
    /// <see cref="ErrorCode.ConfigurationInvalid"/>: it is not valid before the change, or would not be after it. <see cref="ErrorCode.ConfigurationByHand"/>: the
    /// file has comments or keys that are paths; the detail has what to write. <c>state-unsafe</c>, <c>store-busy</c>, <c>lock-unproven</c> or <c>store-unwritable</c>.
    /// </exception>
    public async Task<StateFileEdit> EditAsync(Action<StateFileDraft> change, CancellationToken cancellationToken)
    {
        var layers = LayeredConfiguration.Read(host, stateDirectory, environment);
        IReadOnlyList<KeyValuePair<string, ConfigurationPlace>> leftAlone = [];
        var isSaved = await new StateDirectory(layers.StateDirectory).EditOwnedAsync(StateFile.Name, Apply, time, cancellationToken).ConfigureAwait(false);
        return new(isSaved, leftAlone);

        byte[]? Apply(byte[]? bytes)
        {
            var before = bytes is null ? layers : WithFile(layers, bytes);
            var text = StateFileText.Parse(bytes);
            var draft = new StateFileDraft(before, text.Root);
            change(draft);
            leftAlone = draft.LeftAlone;
            if (!draft.HasChanges) return null;
            var after = StateFileText.Write(text.Root);
            WithFile(layers, after).Bind();
            return text.Objection is not { } objection
                ? after
                : throw new ChatAuthException(
                    ErrorCode.ConfigurationByHand, $"{StateFile.PathIn(layers.StateDirectory)}: {objection}; what it should say:\n{draft.ShowChanges().TrimEnd()}");
        }
    }

    private static LayeredConfiguration WithFile(LayeredConfiguration layers, byte[] bytes) =>
        layers with { File = StateFile.Parse(bytes, layers.StateDirectory) };
}
