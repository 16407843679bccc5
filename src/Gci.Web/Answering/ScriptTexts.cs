using System.Text.Encodings.Web;
using System.Text.Json;
using Gci.Editions.Translations;

namespace Gci.Web.Answering;

/// <summary>What the script says, by the names that it uses; part of its file, so that pages do not carry it.</summary>
internal static class ScriptTexts
{
    private static readonly Dictionary<string, string> s_keys = new()
    {
        ["saving"] = "section.saving",
        ["retrying"] = "section.retrying",
        ["invalid"] = "section.invalid",
        ["signedOut"] = "section.signed-out",
        ["signIn"] = "account.sign-in",
        ["conflict"] = "section.conflict",
        ["theirsIs"] = "section.theirs",
        ["nobody"] = "section.no-answer",
        ["mine"] = "section.keep-mine",
        ["theirs"] = "section.take-theirs",
        ["reasonFirst"] = "section.reason-first",
        ["ends"] = "section.session-ends",
        ["stay"] = "section.stay",
        ["other"] = "section.other-person",
        ["offline"] = "section.no-connection",
        ["asked"] = "section.now-asked",
        ["unasked"] = "section.no-longer-asked",
        ["done"] = "section.done",
        ["needed"] = "evidence-list.needed",
        ["notNeeded"] = "evidence-list.not-needed",
        ["attached"] = "evidence-list.attached",
        ["left"] = "section.left",
        ["over"] = "section.too-long",
        ["addRow"] = "section.add-row",
        ["uploading"] = "section.uploading",
        ["cancel"] = "section.cancel",
        ["unsaved"] = "section.unsaved",
        ["na"] = "answer.not-applicable-because",
        ["tooLarge"] = "section.file-too-large",
        ["saved"] = "section.saved",
        ["suggested"] = "section.suggested",
    };

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string In(InterfaceTexts texts) =>
        JsonSerializer.Serialize(s_keys.Select(key => (Name: key.Key, Text: texts[key.Value])).Append((Name: "language", Text: texts.Language)).ToDictionary(pair => pair.Name, pair => pair.Text), s_readable);
}
